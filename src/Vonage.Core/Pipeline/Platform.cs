namespace Vonage.Core.Pipeline;

/// <summary>Differences between the platforms that run the library.</summary>
internal static class Platform
{
#if NET
    public static bool AllowsContentOfGet => true;
#else
    /// <summary>.NET Framework throws for a GET request with content, even if the content is empty.</summary>
    public static bool AllowsContentOfGet { get; } =
        !System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
#endif

    /// <summary>Waits by a clock.</summary>
    public static Task DelayAsync(TimeProvider clock, TimeSpan time, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(time, clock, cancellationToken);
#else
        clock.Delay(time, cancellationToken);
#endif
}
