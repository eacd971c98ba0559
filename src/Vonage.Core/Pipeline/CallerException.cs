namespace Vonage.Core.Pipeline;

/// <summary>
/// The failure of what the caller passed: a stream that is uploaded, or a callback. It passes the platform as this exception, so that it is
/// not taken for one of the connection.
/// </summary>
internal sealed class CallerException(Exception failure) : Exception(failure.Message, failure)
{
    /// <summary>Gets the caller's own exception, which caused another one; <see langword="null"/> if there is none.</summary>
    public static Exception? In(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is CallerException { InnerException: { } failure })
                return failure;
        return null;
    }
}
