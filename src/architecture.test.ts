import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { layers, packageRooms, pureLayers } from './layers.mjs';

const src = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
const isTest = (path: string) => /\.(test|fuzz)\.tsx?$/.test(path) || path.startsWith('testing/');
const slashes = (path: string) => path.split(sep).join('/');

interface Module {
  readonly path: string;
  readonly layer: string;
  readonly imports: readonly string[];
  readonly code: string;
}

/** Static, dynamic and re-exporting imports, by their specifier. */
function importsOf(code: string): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^;'"`]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}
function readModule(file: string): Module {
  const path = slashes(relative(src, file));
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return { path, layer: path.split('/')[0] ?? '', imports: importsOf(code), code };
}

const modules = filesBelow(src)
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !/vite\.config\.ts$/.test(file))
  .map(readModule);
const production = modules.filter((m) => !isTest(m.path) && m.layer in layers);

/** What the table says against one import of one module; `undefined` when it is allowed. */
function objection(module: Module, specifier: string): string | undefined {
  const rule = layers[module.layer];
  if (!rule) return undefined;
  if (specifier.startsWith('node:')) return rule.node ? undefined : `${module.layer} may not import node modules`;
  if (!specifier.startsWith('.')) return objectionToPackage(module, specifier);
  const target = slashes(relative(src, resolve(dirname(join(src, module.path)), specifier.split('?')[0] ?? '')));
  const layer = target.split('/')[0] ?? '';
  // The two programs tell their version.
  if (target === '../package.json') return /^(cli|shell)$/.test(module.layer) ? undefined : 'only programs read it';
  if (layer === module.layer || target.endsWith('.css')) return undefined;
  if (!rule.layers.includes(layer)) return `${module.layer} may not import ${layer}`;
  return /^[^/]+\/index\.tsx?$/.test(target) ? undefined : `import ${layer} through its index.ts`;
}
function objectionToPackage(module: Module, specifier: string): string | undefined {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (!layers[module.layer]?.packages.includes(name)) return `${module.layer} may not import ${name}`;
  const rooms = packageRooms[name];
  const inRoom = rooms === undefined || rooms.some((room) => module.path.startsWith(`${room}/`));
  return inRoom ? undefined : `${name} is only for ${rooms.join(', ')}`;
}

describe('the layer table', () => {
  test('every import is one that it allows', () => {
    const objections = production.flatMap((m) =>
      m.imports.flatMap((specifier) => {
        const problem = objection(m, specifier);
        return problem ? [`${m.path}: '${specifier}': ${problem}`] : [];
      }),
    );
    expect(objections).toEqual([]);
  });

  test('a deliberate import against it is found', () => {
    const wrong: Module = { path: 'base/x.ts', layer: 'base', imports: [], code: '' };
    expect(objection(wrong, '../fdl/index.ts')).toBe('base may not import fdl');
    expect(objection({ ...wrong, path: 'document/x.ts', layer: 'document' }, '../fdl/model.ts')).toMatch(/index/);
    expect(objection({ ...wrong, path: 'fdl/check/x.ts', layer: 'fdl' }, 'yaml')).toMatch(/only for fdl\/syntax/);
    expect(objection({ ...wrong, path: 'fdl/x.ts', layer: 'fdl' }, 'react')).toBe('fdl may not import react');
    expect(importsOf(`import { a } from '../fdl/index.ts';\nconst b = await import('react');`)).toEqual([
      '../fdl/index.ts',
      'react',
    ]);
  });

  test('nothing but tests imports the testing folder', () => {
    const guilty = production.filter((m) => m.imports.some((specifier) => /(^|\/)testing\//.test(specifier)));
    expect(guilty.map((m) => m.path)).toEqual([]);
  });

  test('files never import each other in a circle', () => {
    const graph = new Map(
      production.map((m) => [
        m.path,
        m.imports
          .filter((s) => s.startsWith('.'))
          .map((s) => slashes(relative(src, resolve(dirname(join(src, m.path)), s)))),
      ]),
    );
    expect(findCircle(valueImportsOnly(graph))).toEqual([]);
  });

  test('the pure half takes neither time nor chance from its surroundings', () => {
    const pattern = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bsetTimeout\b|\bfetch\(/;
    const guilty = production.filter((m) => pureLayers.includes(m.layer) && pattern.test(m.code));
    expect(guilty.map((m) => m.path)).toEqual([]);
  });

  test('public faces are lists of names', () => {
    expect(production.filter((m) => /export \*/.test(m.code)).map((m) => m.path)).toEqual([]);
  });
});

/** Type-only imports vanish in the build, so they may point back. */
function valueImportsOnly(graph: Map<string, string[]>): Map<string, string[]> {
  return new Map(
    [...graph].map(([path, targets]) => {
      const code = modules.find((m) => m.path === path)?.code ?? '';
      const typeOnly = new Set(
        [...code.matchAll(/(?:import|export) type [^;'"]*?from\s*['"]([^'"]+)['"]/g)].map((m) =>
          slashes(relative(src, resolve(dirname(join(src, path)), m[1] ?? ''))),
        ),
      );
      return [path, targets.filter((t) => !typeOnly.has(t))];
    }),
  );
}

function findCircle(graph: Map<string, string[]>): readonly string[] {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const circle = walk(next, [...trail, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const circle = walk(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
