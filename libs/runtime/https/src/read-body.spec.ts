import { readBody } from './index';

async function* chunks(...sizes: number[]) {
  for (const size of sizes) yield new Uint8Array(size).fill(size);
}

describe('readBody', () => {
  it.each([
    ['nothing', null, null],
    ['an empty body', chunks(), null],
    ['empty chunks', chunks(0, 0), null],
    ['as much as is allowed', chunks(2, 1), [2, 2, 1]],
  ])('reads %s', async (_, body, bytes) => {
    const read = await readBody(body, 3, 'orders.internal');

    expect(read && [...read]).toEqual(bytes);
  });

  it('stops at the limit, without end of the body', async () => {
    let given = 0;
    async function* endless() {
      for (;;) yield new Uint8Array((given += 1));
    }

    await expect(readBody(endless(), 3, 'orders.internal')).rejects.toMatchObject({
      name: 'ContractError',
      message: 'the response of orders.internal is larger than 3 bytes',
    });
    expect(given).toBe(3);
  });
});
