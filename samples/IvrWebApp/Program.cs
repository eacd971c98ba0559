using IvrWebApp;

// Credentials come from the environment or user secrets: Vonage__ApiKey, Vonage__ApiSecret, Vonage__SignatureSecret.
await Application.Create(args).RunAsync();
