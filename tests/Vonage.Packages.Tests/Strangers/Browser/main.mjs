import { dotnet } from './bin/Debug/net10.0/wwwroot/_framework/dotnet.js';

const { runMain } = await dotnet.withApplicationArguments(...process.argv.slice(2)).create();
process.exit(await runMain());
