/** Every sentence of this layer that a person reads. */
export const messages = {
  titles: {
    yaml: 'YAML (FDL)',
    json: 'JSON (FDL)',
    mermaid: 'Mermaid diagram',
    svg: 'Picture (SVG)',
    graph: 'Graph (JSON)',
    terraform: 'Terraform',
    ros: 'ROS template',
    'serverless-devs': 'Serverless Devs',
    'aliyun-cli': 'aliyun CLI script',
    'ram-policy': 'RAM policies',
  },
  about: {
    yaml: 'The definition exactly as it is written, byte for byte.',
    json: 'The same values as JSON, keys in the same order; comments do not exist in JSON.',
    mermaid: 'A flowchart for Markdown pages.',
    svg: 'The picture of the canvas as one file.',
    graph: 'States and transitions for other programs.',
    terraform: 'A resource for the alicloud provider beside the definition file. Standard flows only.',
    ros: 'A Resource Orchestration Service template with the definition inside.',
    'serverless-devs': 'An s.yaml for `s deploy` beside the definition file.',
    'aliyun-cli': 'A script that creates the flow or updates it when it exists.',
    'ram-policy': "What the flow's role must be allowed to do, and who may take that role.",
  },
  unreadable: (line: number, reason: string) =>
    `The text cannot be read as YAML (line ${line}: ${reason}). Mend it first.`,
  tooMuch: 'Aliases in this file expand to too much data to be written out.',
  tooDeep: 'This file is nested too deeply to be written as JSON.',
  hasErrors: (count: number, first: string) =>
    `The service would refuse this flow: ${count === 1 ? '1 error' : `${count} errors`}, the first: ${first}`,
  nameMissing: 'The flow has no usable `Name`; the deployed flow must carry the same one. Give it a name first.',
  nameDiffers: (wanted: string, written: string) =>
    `The flow is to be deployed as "${wanted}" but its definition says \`Name: ${written}\`. The service wants both equal.`,
  expressInTerraform:
    'Terraform cannot create Express flows: `alicloud_fnf_flow` has no argument for the execution mode. Use ROS, Serverless Devs or the aliyun CLI.',
  nothingToDraw: 'There is no state to draw yet.',
  defaultDescription: (name: string) => `CloudFlow flow ${name}`,
  deployHeader: (name: string) => `Deploys the flow "${name}".`,
  terraformRole: 'ARN of the role the flow runs with (see the RAM policies export).',
  rosRole: 'ARN of the role the flow runs with.',
  expressOnce: 'The execution mode is fixed when the flow is created; later deployments do not change it.',
  cliUsage: 'Set REGION and ROLE_ARN, then run this script beside flow.yaml.',
  cliRoleMissing: 'Set ROLE_ARN to the role the flow runs with.',
  computedResource: (state: string) =>
    `"${state}" computes its resource at run time: its permission covers every resource of that service. Narrow it by hand.`,
  unreadableResource: (state: string) =>
    `"${state}" names no resource that can be read: its permission covers every resource of that service. Narrow it by hand.`,
  noPermission: (state: string, action: string) => `"${state}" (${action}) needs no permission of the flow's role.`,
  unknownService: (state: string, action: string) =>
    `"${state}" calls ${action}: check the RAM documentation of that service for the exact action and resource.`,
  untitled: 'Flow',
  entry: 'Start',
  branchTitle: (index: number) => `Branch ${index}`,
  processorTitle: 'for each item',
};
