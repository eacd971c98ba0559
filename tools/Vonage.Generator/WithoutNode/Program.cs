// Built instead of the generator where NSwag's libraries are absent, so that everything else still builds.
Console.Error.WriteLine("error : The generator needs NSwag's libraries. Install Node 20 or later, then run 'npm ci' in the repository's root and build again.");
return 1;
