using Vonage.Core;

namespace Vonage.Cli;

/// <summary>The exit codes of the program, by kind of error. docs/cli.md lists them.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int ApiError = 1;
    public const int Usage = 2;
    public const int Credentials = 3;
    public const int Throttled = 4;
    public const int Connection = 5;
    public const int LocalFile = 6;
    public const int Canceled = 130;

    public static int Of(Exception error) => error switch
    {
        UsageException or InvalidRequestException => Usage,
        CredentialsException => Credentials,
        ApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized } => Credentials,
        ApiTimeoutException or ApiConnectionException => Connection,
        ApiException { IsThrottled: true } => Throttled,
        ApiRejectedException => Throttled,
        ApiException => ApiError,
        IOException or UnauthorizedAccessException => LocalFile,
        _ => ApiError,
    };
}
