/** What the sixth schema adds so that terms, topics, interests and pieces of value are followed up instead of made again. */
export const SCHEMA_V6_PIECES_SQL = `
`;
