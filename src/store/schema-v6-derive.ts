/** What the sixth schema adds so that reading, roles and requests are followed up instead of made again. */
export const SCHEMA_V6_DERIVE_SQL = `
`;
