import { vpcOf } from './index';

describe('vpcOf', () => {
  it('gives what a stack needs to create the network', () => {
    const subnets = [
      { azId: 'use1-az1', cidr: '10.10.0.0/24' },
      { azId: 'use1-az2', cidr: '10.10.1.0/24' },
    ];

    expect(vpcOf({ cidr: '10.10.0.0/16', subnets })).toEqual({
      cidrBlock: '10.10.0.0/16',
      subnets: [
        { azId: 'use1-az1', cidrBlock: '10.10.0.0/24' },
        { azId: 'use1-az2', cidrBlock: '10.10.1.0/24' },
      ],
    });
  });
});
