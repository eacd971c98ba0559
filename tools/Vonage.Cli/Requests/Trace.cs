namespace Vonage.Cli;

/// <summary>Knows what was sent, so that the program can say it; in a dry run, prints the first request instead of sending it.</summary>
internal sealed class Trace : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, Task>? _print;
    private readonly CancellationTokenSource _stop;

    public Trace(Func<HttpRequestMessage, Task>? print, CancellationTokenSource stop)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.All })
    {
        _print = print;
        _stop = stop;
    }

    /// <summary>The last request, as a person would name it; <see langword="null"/> before there is one.</summary>
    public string? Last { get; private set; }

    /// <summary>Whether a request is on its way.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Whether a request was printed instead of being sent.</summary>
    public bool HasPrinted { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_print is not null)
        {
            await _print(request);
            HasPrinted = true;
            // The call ends as if it had been canceled: nothing follows it, neither another attempt nor another page.
            await _stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        cancellationToken.ThrowIfCancellationRequested();
        Last = $"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}";
        IsPending = true;
        var response = await base.SendAsync(request, cancellationToken);
        IsPending = false;
        return response;
    }
}
