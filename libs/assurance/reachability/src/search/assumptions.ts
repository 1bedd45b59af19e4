/** What the search takes for granted: that the world is as the documents say, and no larger. */
export const ASSUMPTIONS: readonly string[] = [
  'nothing but what the documents name is attached to the networks: no other peering, attachment, rule or route',
  'other accounts may make endpoints to what their policies and principals let them',
  'a security group that has members has no others; one without any may be given to whatever is in its VPC',
  'whatever is put into a subnet may send everything, and is in no security group that a rule names',
  'load balancers, endpoints, VPC links, NAT gateways and Resolver endpoints begin no connections of their own',
  'software on instances, tasks and appliances passes nothing on, unless a flow says that it is on the way',
  'the internet and what is on-prem may send from all their addresses',
  'public addresses that AWS gives are in no range that a rule names, unless documents know the address',
  'whoever can sign as an identity does so from any place that the policies allow',
  'requests may have any path, host, header or method that a flow leaves open',
  'clients send from ephemeral ports: 1024-65535 from load balancers, NAT gateways and functions, else 32768-65535',
  'CloudFront, Global Accelerator, AppSync, WAF and service meshes are not modelled',
];
