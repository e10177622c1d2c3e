/** A part of the screens, in screen pixels. */
export interface ScreenRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screen as far as windows are placed on it. */
interface ScreenPlace {
  readonly id: number;
  readonly workArea: ScreenRectangle;
}

const [LEAST_WIDTH, LEAST_HEIGHT] = [720, 480];
const STEP = 40;

/**
 * Where the second window of a presentation opens: over the whole of another screen where there is one, else on the same
 * screen, a little smaller than the first window and beside its corner, never beyond the screen's edge.
 */
export function secondPlace(first: ScreenRectangle, here: ScreenPlace, screens: readonly ScreenPlace[]): { readonly bounds: ScreenRectangle; readonly isOtherScreen: boolean } {
  const other = screens.find(({ id }) => id !== here.id);
  if (other !== undefined) return { bounds: { ...other.workArea }, isOtherScreen: true };
  const { workArea } = here;
  const width = Math.min(workArea.width, Math.max(LEAST_WIDTH, Math.round(first.width * 0.8)));
  const height = Math.min(workArea.height, Math.max(LEAST_HEIGHT, Math.round(first.height * 0.8)));
  const within = (wanted: number, from: number, room: number, size: number): number => Math.max(from, Math.min(wanted, from + room - size));
  return { bounds: { x: within(first.x + STEP, workArea.x, workArea.width, width), y: within(first.y + STEP, workArea.y, workArea.height, height), width, height }, isOtherScreen: false };
}
