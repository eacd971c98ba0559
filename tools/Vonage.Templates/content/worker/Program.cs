var builder = Host.CreateApplicationBuilder(args);

// Secrets do not belong in appsettings.json: dotnet user-secrets set Vonage:ApiSecret ..., or the environment variable Vonage__ApiSecret.
builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
builder.Services.AddHostedService<BalanceWatcher>();

builder.Build().Run();
