/** How the parts of a room look beside those of its report; colours and fonts are the report's own. */
export const ROOM_STYLES = `
.room { border-top: 1px solid var(--line); margin-top: 18px; padding-top: 4px; }
.room h3 { font-size: 1em; font-weight: 650; margin: 14px 0 8px; }
.room summary { font-weight: 560; }
.room ul { list-style: none; }
.room-figures > li { padding: 8px 0; border-bottom: 1px solid var(--line); }
.room-figures > li:last-child { border-bottom: 0; }
.room-figures p { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; }
.room-again { color: var(--muted); }
.room [data-agrees='false'] .room-again { color: var(--ink); font-weight: 650; }
.room-rows { margin-top: 10px; }
.room-rows table { font-size: 14px; white-space: nowrap; }
.room-rows caption { white-space: normal; }
.room-bar { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-top: 8px; }
.room-range, .room-note { color: var(--muted); font-size: 14px; max-width: 62em; }
.room-note + .room-note { margin-top: 4px; }
.room button, .room-send button { font: inherit; font-size: 14px; color: var(--link); background: none; border: 1px solid var(--outline); border-radius: 8px; padding: 3px 12px; min-height: 30px; cursor: pointer; }
.room button:disabled, .room-send button:disabled { color: var(--muted); cursor: default; }
.room-comment { display: grid; gap: 10px; max-width: 46em; margin-top: 8px; }
.room-comment button, .room-send button { justify-self: start; }
.room label, .room-send label { display: grid; gap: 4px; font-size: 14px; font-weight: 560; }
.room select, .room textarea, .room-send input, .room-send textarea { font: inherit; font-weight: 400; color: var(--ink); background: var(--paper); border: 1px solid var(--outline); border-radius: 8px; padding: 7px 10px; width: 100%; }
.room-comments li { border-left: 3px solid var(--accent); padding: 2px 0 2px 12px; margin-bottom: 12px; max-width: 46em; }
.room-comments p { white-space: pre-wrap; overflow-wrap: anywhere; margin: 2px 0 6px; }
.room-send { display: grid; gap: 12px; }
.room-send > * { max-width: 46em; }
.room-off { border-left: 3px solid var(--accent); padding-left: 12px; }
.room-lead { display: grid; gap: 8px; max-width: 1080px; margin: 0 auto; padding: 0 clamp(18px, 4vw, 44px) 30px; }
@media print { .room, .room-send, .room-lead { display: none; } }
`;
