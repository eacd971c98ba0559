using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Requests;

/// <summary>Copies a request from ASP.NET Core, so that it remains available after the response.</summary>
internal static class RequestReader
{
    public static async Task<ReceivedRequest> ReadAsync(HttpContext context, IReadOnlySet<string> hosts, DateTimeOffset now)
    {
        var request = context.Request;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, context.RequestAborted).ConfigureAwait(false);
        var (host, path) = Address(context, hosts);
        var isNamed = hosts.Contains(request.Host.Host);
        return new ReceivedRequest
        {
            ReceivedAt = now,
            Method = request.Method,
            Host = host,
            OwnAddress = isNamed ? null : $"{request.Scheme}://{request.Host}",
            Path = path,
            Query = new QueryCollection(request.Query.ToDictionary()),
            Headers = new HeaderDictionary(request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)),
            Content = content.ToArray(),
            Form = await FormAsync(request, content, context.RequestAborted).ConfigureAwait(false),
        };
    }

    /// <summary>Gets the host that a request names, before its path or as its host, and the path without it.</summary>
    public static (string? Host, string Path) Address(HttpContext context, IReadOnlySet<string> hosts)
    {
        var (host, path) = SplitHost(RawPath(context), hosts);
        var named = context.Request.Host.Host;
        return (host ?? (hosts.Contains(named) ? named.ToLowerInvariant() : null), path);
    }

    /// <summary>The escaped path, which <see cref="HttpRequest.Path"/> has already unescaped.</summary>
    private static string RawPath(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
            target = Uri.TryCreate(target, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : "/";
        return target.Split('?')[0];
    }

    private static (string? Host, string Path) SplitHost(string path, IReadOnlySet<string> hosts)
    {
        var end = path.IndexOf('/', 1) is var slash and > 0 ? slash : path.Length;
        var first = path[Math.Min(1, path.Length)..end];
        return hosts.Contains(first) ? (first.ToLowerInvariant(), end == path.Length ? "/" : path[end..]) : (null, path);
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, MemoryStream content, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsForm(request.ContentType))
            return null;
        content.Position = 0;
        request.Body = content;
        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            return new FormCollection(form.ToDictionary(), await CopyAsync(form.Files, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>ASP.NET Core closes the files of a form after the response.</summary>
    private static async Task<IFormFileCollection> CopyAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        var copies = new FormFileCollection();
        foreach (var file in files)
        {
            var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            copies.Add(new FormFile(content, 0, content.Length, file.Name, file.FileName) { Headers = file.Headers });
        }
        return copies;
    }
}
