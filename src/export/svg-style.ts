/** The look of the exported picture: the light theme of the canvas, written out so that the file stands alone. */
export const typeColours: Readonly<Record<string, string>> & { readonly Unknown: string } = {
  Task: '#2456d6',
  Choice: '#a24a00',
  Pass: '#5a6475',
  Wait: '#7a4cc2',
  Parallel: '#00707a',
  Map: '#00754e',
  Succeed: '#14713d',
  Fail: '#b3261e',
  Unknown: '#5a6475',
};

/** Ground, lines and the lines of caught errors. */
export const colours = { ground: '#f4f5f7', line: '#8a93a1', caught: '#b3261e' } as const;

export const svgStyle = `
text { font: 12px system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif; fill: #596273; }
.name { font-size: 13px; font-weight: 600; fill: #1b2330; }
.kind { font-size: 10px; font-weight: 600; letter-spacing: .04em; }
.card, .container, .entry { fill: #ffffff; stroke: #d9dde3; }
.container { fill: #f7f8fa; }
.frame { fill: #ffffff; stroke: ${colours.line}; stroke-dasharray: 4 4; }
.edge { fill: none; stroke: ${colours.line}; stroke-width: 1.5; marker-end: url(#arrow); }
.edge.catch { stroke: ${colours.caught}; stroke-dasharray: 5 4; marker-end: url(#arrow-catch); }
.label { fill: ${colours.ground}; }
.middle { text-anchor: middle; }
`;
