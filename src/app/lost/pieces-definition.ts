/** Version of what pieces of value are, what becomes of them and how they are grouped; raised with every change. */
export const PIECES_DEFINITION_VERSION = 'pieces 3';
