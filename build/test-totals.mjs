// Adds up the summary lines of `dotnet test`: prints "passed failed".
import { readFileSync } from 'node:fs';

let passed = 0, failed = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const totals = /Failed:\s*(\d+), Passed:\s*(\d+), Skipped:\s*(\d+)/.exec(line);
  if (totals) {
    failed += Number(totals[1]);
    passed += Number(totals[2]);
  }
}
console.log(`${passed} ${failed}`);
