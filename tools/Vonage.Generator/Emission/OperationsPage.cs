using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>The page of a package in Markdown: what it does, a first call, and its operations.</summary>
internal static class OperationsPage
{
    public static string Render(ApiModel api, IEnumerable<OperationModel> operations)
    {
        var (target, info) = (api.Target, api.Spec.Root["info"]!);
        var page = new StringBuilder($"""
            <!-- Generated from specs/{Doc.Escape(target.SpecName)}.yaml by tools/Vonage.Generator. Do not edit. -->
            # {target.Package}

            {((string?)info["description"] ?? string.Empty).Trim()}

            The specification is [`specs/{Doc.Escape(target.SpecName)}.yaml`](../../specs/{Doc.Escape(target.SpecName)}.yaml), version {info["version"]}. In the facade, the API is `{target.Provider}Client.{target.Api}`.

            ```csharp
            {string.Join("\n", FirstCall.Code(api, operations))}
            ```

            Each method also takes optional `RequestOptions` and a `CancellationToken`. Methods without an operation of their own are in
            [APIs and packages](../../docs/apis.md#methods-without-an-operation-of-their-own). *Authentication* lists the accepted schemes, in order of
            preference, by their names in `ApiAuthentication`. *Effect* is what a request changes: `none` and `idempotent` ones may be sent again when no
            response arrives, `once` ones only if they were certainly not processed.

            | Method | Request | Authentication | Effect | Description |
            |---|---|---|---|---|

            """);
        foreach (var (path, method, operation) in api.Spec.Operations())
        {
            var schemes = api.AuthenticationOf(operation).Select(scheme => $"`{scheme.Name}`").DefaultIfEmpty("none");
            var note = ((bool?)operation["deprecated"] == true ? " Deprecated." : string.Empty) + ((string?)operation["x-access"] == "class" ? " Only on the class, not in the interface." : string.Empty);
            var name = (string?)operation["x-access"] == "none" ? "–" : $"`{Names.Pascal((string)operation["operationId"]!)}Async`";
            page.Append($"| {name} | `{method.ToUpperInvariant()} {Cell(HostOf(api, path, operation) + path)}` | {string.Join(", ", schemes)} | {ApiModel.EffectOf(method, operation).ToLowerInvariant()} | {Cell((string?)operation["summary"] ?? string.Empty)}{note} |\n");
        }
        return page.ToString();
    }

    private static string HostOf(ApiModel api, string path, JObject operation)
    {
        var address = ServerView.AddressOf(Servers.MainOf(api.ServersOf(path, operation)));
        if (address.StartsWith('/'))
            return address.TrimEnd('/');
        var url = new Uri(address);
        return url.Host + url.AbsolutePath.TrimEnd('/');
    }

    private static string Cell(string text) => text.Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
