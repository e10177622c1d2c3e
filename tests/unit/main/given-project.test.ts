import { expect, test } from 'vitest';
import { givenProject } from '../../../src/main/given-project.ts';

const there = (...paths: string[]) => (path: string): boolean => paths.includes(path);

test.skipIf(process.platform === 'win32')('the project that the system hands over is found among the words of the start', () => {
  expect(givenProject(['/opt/Tribuna/tribuna', '/home/p/Aurora.tribuna'], '/', there('/home/p/Aurora.tribuna'))).toBe('/home/p/Aurora.tribuna');
  expect(givenProject(['tribuna', 'Aurora.TRIBUNA'], '/home/p', there('/home/p/Aurora.TRIBUNA'))).toBe('/home/p/Aurora.TRIBUNA');
  expect(givenProject(['tribuna', '/a.tribuna', '/b.tribuna'], '/', there('/a.tribuna', '/b.tribuna'))).toBe('/b.tribuna');
});

test.each([
  [['tribuna']], [['tribuna', '/nowhere.tribuna']], [['tribuna', '--load=/a.tribuna']], [['tribuna', '/a.tribuna.exe']], [['tribuna', '/a.csv']], [['tribuna', 'https://example.org/a.tribuna']],
])('%j hands over none', (words) => {
  expect(givenProject(words, '/', there('/a.tribuna.exe', '/a.csv'))).toBeNull();
});
