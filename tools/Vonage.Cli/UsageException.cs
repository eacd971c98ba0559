namespace Vonage.Cli;

/// <summary>The exception that is thrown when a command cannot be run as it was written. Nothing was sent.</summary>
internal sealed class UsageException(string message) : Exception(message);
