/** Indexes a folder in a process of its own and says how long that took and what memory it held at most. */
import { IndexDatabase } from '../../../electron/archive/index-database.ts';
import { indexPlace } from '../../../electron/archive/index-place.ts';
import { refreshIndex } from '../../../electron/archive/refresh-index.ts';

const [folder = ''] = process.argv.slice(2);
const start = performance.now();
const db = IndexDatabase.open(await indexPlace(folder));
const result = await refreshIndex(db, folder);
const milliseconds = performance.now() - start;
db.close();
console.log(JSON.stringify({ ...result, milliseconds, memory: process.resourceUsage().maxRSS * 1024 }));
