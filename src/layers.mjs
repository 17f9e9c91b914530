// The layer table (src/README.md) as data: lint and the architecture test read the same one.
const pure = ['base', 'fdl', 'document', 'graph', 'simulator', 'scenario', 'export'];

/** Which layers and packages each layer may import. */
export const layers = {
  base: { layers: [], packages: [] },
  fdl: { layers: ['base'], packages: ['yaml', 're2js', '@noble/hashes'] },
  document: { layers: ['base', 'fdl'], packages: [] },
  graph: { layers: ['base', 'fdl'], packages: [] },
  simulator: { layers: ['base', 'fdl'], packages: [] },
  scenario: { layers: ['base', 'fdl', 'simulator'], packages: ['yaml'] },
  export: { layers: ['base', 'fdl', 'graph', 'simulator'], packages: ['yaml'] },
  functions: { layers: ['base', 'fdl', 'simulator', 'scenario'], packages: ['msw'] },
  cli: { layers: [...pure, 'functions'], packages: [], node: true },
  workbench: { layers: [...pure, 'functions'], packages: ['zustand', 'react', 'fflate'] },
  canvas: {
    layers: ['base', 'fdl', 'graph', 'workbench'],
    packages: ['react', 'react-dom', '@xyflow/react', 'lucide-react', 'radix-ui'],
  },
  editor: { layers: ['base', 'fdl', 'workbench'], packages: ['react', 'monaco-editor', '@monaco-editor/react'] },
  panels: {
    layers: ['base', 'fdl', 'export', 'simulator', 'scenario', 'functions', 'workbench'],
    packages: ['react', 'react-dom', 'lucide-react', 'radix-ui', 'yaml'],
  },
  shell: {
    layers: [...pure, 'functions', 'workbench', 'canvas', 'editor', 'panels'],
    packages: ['react', 'react-dom', 'lucide-react', 'radix-ui', 'cmdk', 'fflate'],
  },
};

export const pureLayers = pure;

/** Packages that only some folders of a layer may import, longest prefix first. */
export const packageRooms = {
  yaml: ['fdl/syntax', 'scenario', 'export', 'panels', 'testing'],
  re2js: ['fdl/expression'],
  '@noble/hashes': ['fdl/expression'],
  msw: ['functions/mock'],
  'monaco-editor': ['editor'],
  '@xyflow/react': ['canvas'],
};
