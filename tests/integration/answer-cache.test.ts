import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedAnswer, keepCachedAnswers } from '../../src/app/read/answer-cache.ts';
import { editionOf } from '../../src/app/read/code-edition.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';

let folder: string;
let project: ProjectDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-answers-'));
  project = createProject(join(folder, 'x.tribuna'), { name: 'x', timeZone: 'Europe/Rome', createdAtMs: 1 });
});

afterEach(() => {
  closeProject(project);
  rmSync(folder, { recursive: true, force: true });
});

describe('the memory of answers', () => {
  /** Asks by name and notes what had to be computed. */
  function asker(answerOf: (name: string) => string): { ask: (name: string) => string; computed: string[] } {
    const computed: string[] = [];
    return {
      computed,
      ask: (name) => cachedAnswer(project, { name, input: {} }, () => {
        computed.push(name);
        return answerOf(name);
      }),
    };
  }
  const times = (computed: readonly string[], wanted: string): number => computed.filter((name) => name === wanted).length;

  it('keeps a round through the rooms under ten filters', () => {
    const { ask, computed } = asker((name) => name);
    for (let turn = 0; turn < 2; turn += 1) for (let question = 0; question < 900; question += 1) ask(String(question));
    expect(computed).toHaveLength(900);
  });

  it('keeps what is asked again and again, and forgets what was not asked for longest', () => {
    const { ask, computed } = asker((name) => name);
    ask('shared');
    for (let other = 0; other < 2000; other += 1) {
      ask(`other ${String(other)}`);
      ask('shared');
    }
    ask('other 1999');
    ask('other 0');
    expect([times(computed, 'shared'), times(computed, 'other 1999'), times(computed, 'other 0')]).toEqual([1, 1, 2]);
  });

  it('of large answers keeps as many as 64 MiB hold', () => {
    // two bytes a character: eight mebibytes each
    const { ask, computed } = asker((name) => name.repeat(4 << 20));
    for (const name of 'abcdefghi') ask(name);
    ask('i');
    ask('c');
    ask('a');
    expect([times(computed, 'i'), times(computed, 'c'), times(computed, 'a')]).toEqual([1, 1, 2]);
  });
});

describe('answers kept in the file', () => {
  const reopened = (): void => {
    closeProject(project);
    project = openProject(join(folder, 'x.tribuna'));
  };
  const asked = (answer: string): string => cachedAnswer(project, { name: 'overview', input: {} }, () => answer);

  it('are given again by the program that gave them, and by no other edition of it', () => {
    asked('first');
    keepCachedAnswers(project);
    reopened();
    expect(asked('second')).toBe('first');
    // as an older edition would have left it
    project.connection.prepare(`UPDATE answer SET version = 'older' || substr(version, 6)`).run();
    reopened();
    expect(asked('second')).toBe('second');
  });

  it('are told apart by name, size and date of the code, wherever it lies', () => {
    const code = (name: string, text: string, atSeconds: number): string => {
      const place = join(folder, name);
      mkdirSync(join(place, 'inner'), { recursive: true });
      writeFileSync(join(place, 'inner', 'a.ts'), text);
      utimesSync(join(place, 'inner', 'a.ts'), atSeconds, atSeconds);
      return editionOf([place], { recursive: true });
    };
    const first = code('one', 'text', 1000);
    expect(code('two', 'text', 1000)).toBe(first);
    expect(code('three', 'texts', 1000)).not.toBe(first);
    expect(code('four', 'text', 1001)).not.toBe(first);
  });
});
