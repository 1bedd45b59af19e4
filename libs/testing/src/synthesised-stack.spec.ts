import { TerraformOutput, TerraformStack, Testing } from 'cdktf';
import { SynthesisedStack } from './index';

describe('SynthesisedStack', () => {
  it('fails when the stack does not validate, with the reason', () => {
    const stack = new TerraformStack(Testing.app(), 'orders');
    stack.node.addValidation({ validate: () => ['no route to orders'] });

    expect(() => SynthesisedStack.of(stack)).toThrow('no route to orders');
  });

  it('says what there is when the resource asked for is missing', () => {
    const stack = new TerraformStack(Testing.app(), 'orders');

    expect(() => SynthesisedStack.of(stack).only('aws_vpc', 'api')).toThrow(
      'expected one aws_vpc with "api" in its address, found 0 among []',
    );
  });

  it('gives outputs by name', () => {
    const stack = new TerraformStack(Testing.app(), 'orders');
    new TerraformOutput(stack, 'invoke_url', { value: 'https://orders.example' });

    expect(SynthesisedStack.of(stack).outputs).toEqual({
      invoke_url: { value: 'https://orders.example' },
    });
  });
});
