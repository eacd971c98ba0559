using Microsoft.AspNetCore.Http;

namespace Vonage.Testing.Page;

/// <summary>The scripts and styles of the page, embedded in the assembly.</summary>
internal static class PageAssets
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["page.css"] = "text/css; charset=utf-8",
        ["theme.js"] = "text/javascript; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["htmx.min.js"] = "text/javascript; charset=utf-8",
        ["hx-sse.min.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    public static async Task WriteAsync(HttpContext context, string name, CancellationToken cancellationToken)
    {
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || !Types.TryGetValue(name, out var type))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = type;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // Another version of the package can have the same address.
        context.Response.Headers.CacheControl = "no-cache";
        var asset = typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{name}")!;
        await using (asset.ConfigureAwait(false))
            await asset.CopyToAsync(context.Response.Body, cancellationToken).ConfigureAwait(false);
    }
}
