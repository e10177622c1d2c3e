import { describe, expect, test } from 'vitest';
import { chosenPlace } from '../../../src/main/chosen-place.ts';

describe('the place of a save dialog', () => {
  test('a project ends in .tribuna; the dialog asked about the name it was given and no other', () => {
    expect(chosenPlace('/home/a/Report.tribuna')).toEqual({ path: '/home/a/Report.tribuna', replace: true });
    expect(chosenPlace('C:\\a\\REPORT.TRIBUNA')).toEqual({ path: 'C:\\a\\REPORT.TRIBUNA', replace: true });
    expect(chosenPlace('/home/a/Report')).toEqual({ path: '/home/a/Report.tribuna', replace: false });
    expect(chosenPlace('/home/a/Report.tribuna.bak')).toEqual({ path: '/home/a/Report.tribuna.bak.tribuna', replace: false });
  });
});
