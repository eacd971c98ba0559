using System.Text;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>The list of a package's operations, in Markdown.</summary>
internal static class OperationsPage
{
    public static string Render(ApiModel api)
    {
        var (target, info) = (api.Target, api.Spec.Root["info"]!);
        var page = new StringBuilder($"""
            <!-- Generated from specs/{Doc.Escape(target.SpecName)}.yaml by tools/Vonage.Generator. Do not edit. -->
            # {target.Package}

            {((string?)info["description"] ?? string.Empty).Trim()}

            The specification is [`specs/{Doc.Escape(target.SpecName)}.yaml`](../../specs/{Doc.Escape(target.SpecName)}.yaml), version {info["version"]}. In the facade, the API is `{target.Provider}Client.{target.Api}`.

            Each method also takes optional `RequestOptions` and a `CancellationToken`. Methods without an operation of their own are in
            [APIs and packages](../../docs/apis.md#methods-without-an-operation-of-their-own). *Authentication* lists the accepted schemes, in order of
            preference, by their names in `ApiAuthentication`. *Effect* is what a request changes: `none` and `idempotent` ones may be sent again when no
            response arrives, `once` ones only if they were certainly not processed.

            | Method | Request | Authentication | Effect | Description |
            |---|---|---|---|---|

            """);
        foreach (var (path, method, operation) in api.Spec.Operations())
        {
            var schemes = api.AuthenticationOf(operation).Select(scheme => $"`{scheme.Replace("ApiAuthentication.", string.Empty, StringComparison.Ordinal)}`").DefaultIfEmpty("none");
            var note = ((bool?)operation["deprecated"] == true ? " Deprecated." : string.Empty) + ((string?)operation["x-access"] == "class" ? " Only on the class, not in the interface." : string.Empty);
            page.Append($"| `{Names.Pascal((string)operation["operationId"]!)}Async` | `{method.ToUpperInvariant()} {Cell(HostOf(api, path, operation) + path)}` | {string.Join(", ", schemes)} | {ApiModel.EffectOf(method, operation).ToLowerInvariant()} | {Cell((string?)operation["summary"] ?? string.Empty)}{note} |\n");
        }
        return page.ToString();
    }

    private static string HostOf(ApiModel api, string path, JObject operation)
    {
        var address = ServerView.AddressOf(ServerView.MainOf(api.ServersOf(path, operation)));
        if (address.StartsWith('/'))
            return address.TrimEnd('/');
        var url = new Uri(address);
        return url.Host + url.AbsolutePath.TrimEnd('/');
    }

    private static string Cell(string text) => text.Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
