namespace Vonage.Generator.Emission;

/// <summary>A first call of an API, for the README of its package, its page and its client: what the specification says, or an operation that needs no value.</summary>
internal static class FirstCall
{
    /// <summary>The call in Markdown, for the README of the package.</summary>
    public static string Render(ApiModel api, IEnumerable<OperationModel> operations)
    {
        var target = api.Target;
        return $$"""
            <!-- Generated from specs/{{Doc.Escape(target.SpecName)}}.yaml by tools/Vonage.Generator. Do not edit. -->
            ```csharp
            {{string.Join("\n", Code(api, operations))}}
            ```

            [All operations]({REPOSITORY}/blob/HEAD/generated/{{target.Package}}/README.md), with what they send and need. In the package `{FACADE}`, the same
            client is the property `{{target.Api}}` of `{{target.Provider}}Client`.

            """;
    }

    /// <summary>The lines of a program that makes the call.</summary>
    public static IEnumerable<string> Code(ApiModel api, IEnumerable<OperationModel> operations)
    {
        string[] pragma = api.Experimental is { } id ? [$"#pragma warning disable {id} // the API may change", string.Empty] : [];
        return
        [
            $"using {api.Target.Provider};",
            $"using {api.Target.Namespace};",
            string.Empty,
            .. pragma,
            "// The credentials are those of the environment.",
            $"var client = new {api.ClientName}({api.Target.Provider}Credentials.FromEnvironment());",
            .. ((string?)api.Spec.Root["info"]!["x-first-call"] ?? Simplest(operations)).Trim().Split('\n'),
        ];
    }

    private static string Simplest(IEnumerable<OperationModel> operations) =>
        operations.Where(operation => operation.Obsolete is null && operation is { BodyType: null, IsDownload: false } && !operation.Positional.Any() && operation.HttpVerb == "GET")
            .SelectMany(operation => operation.InterfaceMethods)
            .Select(method => method.ReturnType.StartsWith("Task", StringComparison.Ordinal)
                ? $"var response = await client.{method.Name}();"
                : $"var items = await client.{method.Name}().ToListAsync();\nConsole.WriteLine(items.Count);")
            .FirstOrDefault(string.Empty);
}
