/** What the sixth schema adds for what rooms ask: indexes by which a filtered view of a large project is read. */
export const SCHEMA_V6_VIEWS_SQL = `
`;
