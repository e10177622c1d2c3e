import { describe, expect, it } from 'vitest';
import { quarterName } from '../../../../src/renderer/charts/quarter-name.ts';
import { voiceOf } from './voice.ts';

describe('a quarter', () => {
  it('is written one way in each language, longer inside a sentence', () => {
    expect([quarterName('2025-Q3', voiceOf('it')), quarterName('2025-Q3', voiceOf('it'), true)]).toEqual(['3° trim. 2025', '3° trimestre 2025']);
    expect([quarterName('2025-Q3', voiceOf('en')), quarterName('2025-Q3', voiceOf('en'), true)]).toEqual(['Q3 2025', 'Q3 2025']);
  });
});
