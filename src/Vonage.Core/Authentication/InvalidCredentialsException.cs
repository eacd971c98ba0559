namespace Vonage.Core;

/// <summary>Credentials cannot be used as they are. The message says what is wrong with them, without showing them.</summary>
public sealed class InvalidCredentialsException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and how to mend it. Never holds the credential.</param>
    /// <param name="inner">What led to it, if anything.</param>
    public InvalidCredentialsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
