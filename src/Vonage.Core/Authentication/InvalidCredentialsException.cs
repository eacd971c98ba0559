namespace Vonage.Core;

/// <summary>The exception that is thrown when credentials are invalid or incomplete. The message describes the problem and never contains the credentials.</summary>
public sealed class InvalidCredentialsException : CredentialsException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidCredentialsException"/> class.</summary>
    /// <param name="message">The problem and how to fix it. It must not contain the credential.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    public InvalidCredentialsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
