/**
 * Beginnings of words, Italian and English, lower case without accents, that name the product itself: what it is made of,
 * how it works, the application and the site; `(?![a-z])` closes a word that others begin with. A complaint with them concerns whoever makes the product.
 */
export const PRODUCT_WORDS = [
  'app(?![a-z])', 'aggiornament', 'update', 'bug', 'crash', 'schermata', 'screen', 'funzion', 'feature', 'software', 'sito', 'website', 'login', 'difett', 'defect', 'rott', 'broke', 'guast', 'fault', 'qualita', 'quality',
  'sapore', 'gusto', 'taste', 'flavour', 'flavor', 'ricetta', 'recipe', 'ingredient', 'confezion', 'packag', 'taglia', 'tagli', 'sizing', 'material', 'cucitur', 'batteri', 'batter', 'capsul', 'macchin', 'machine',
  'modell', 'model', 'prodott', 'product', 'menu', 'gluten', 'glutin', 'latte', 'milk', 'version', 'design', 'colore', 'colour', 'color',
] as const;

/** Beginnings of words that name the service around the product: orders, deliveries, payments, people behind a counter or a telephone. */
export const SERVICE_WORDS = [
  'ordin', 'order', 'consegn', 'deliver', 'spedi', 'shipp', 'pacco', 'pacch', 'parcel', 'corriere', 'courier', 'tracking', 'rimbors', 'refund', 'reso(?![a-z])', 'resi(?![a-z])', 'return', 'fattur', 'invoice', 'bill', 'pagament', 'payment', 'addebit', 'charged',
  'assistenz', 'support', 'servizio', 'service', 'operator', 'agent', 'call(?![a-z])', 'telefon', 'phone', 'mail', 'rispost', 'respond', 'reply', 'attes', 'wait', 'prenotazion', 'booking', 'reservation', 'volo(?![a-z])', 'flight', 'bagagl', 'luggage', 'baggage',
  'personale', 'staff', 'cassier', 'camerier', 'waiter', 'waitress', 'commess', 'manager', 'account', 'password', 'carta', 'card(?![a-z])', 'coda(?![a-z])', 'queue', 'negozio', 'store', 'shop', 'punto vendita',
] as const;

/** Beginnings of words that ask to mend or bring back what is there: an idea with them concerns the product, not what is new. */
export const REPAIR_WORDS = ['ripristin', 'sistemat', 'correg', 'aggiust', 'riport', 'rimett', 'fix', 'bring back', 'restore', 'repair', 'revert', 'undo(?![a-z])'] as const;
