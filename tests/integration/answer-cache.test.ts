import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedAnswer } from '../../src/app/read/answer-cache.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { createProject } from '../../src/store/create-project.ts';
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
  it('keeps what is asked again and again, and forgets what was not asked for longest', () => {
    const computed: string[] = [];
    const ask = (name: string): string => cachedAnswer(project, { name, input: {} }, () => {
      computed.push(name);
      return name;
    });
    ask('shared');
    for (let other = 0; other < 200; other += 1) {
      ask(`other ${String(other)}`);
      ask('shared');
    }
    ask('other 199');
    ask('other 0');
    expect(computed.filter((name) => name === 'shared')).toHaveLength(1);
    expect(computed.filter((name) => name === 'other 199')).toHaveLength(1);
    expect(computed.filter((name) => name === 'other 0')).toHaveLength(2);
  });
});
