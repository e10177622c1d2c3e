-- Run in this folder: duckdb -init duckdb.sql
CREATE VIEW accounts AS SELECT * FROM read_parquet('accounts.parquet');
CREATE VIEW messages AS SELECT * FROM read_parquet('messages.parquet');
CREATE VIEW requests AS SELECT * FROM read_parquet('requests.parquet');
CREATE VIEW bookings AS SELECT * FROM read_parquet('bookings.parquet');
CREATE VIEW tribe_members AS SELECT * FROM read_parquet('tribe_members.parquet');
.read views.sql
