namespace Vonage.Core;

/// <summary>
/// The base of the exceptions that are thrown when credentials are invalid, incomplete, or not sufficient for an operation. Nothing was sent.
/// The message never contains a secret.
/// </summary>
public abstract class CredentialsException : Exception
{
    private protected CredentialsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
