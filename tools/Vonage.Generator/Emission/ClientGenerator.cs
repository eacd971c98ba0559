using NJsonSchema.CodeGeneration;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp.Models;
using Vonage.Generator.Emission.Commands;

namespace Vonage.Generator.Emission;

/// <summary>NSwag's C# generator with our operation model, writing a file each for the client, its interface, the models and their JSON, and a page that lists the operations.</summary>
internal sealed class ClientGenerator : CSharpClientGenerator
{
    private readonly ApiModel _api;
    private readonly CSharpTypeResolver _resolver;
    private readonly CSharpTypes _types;
    private readonly Dictionary<string, OperationModel> _operations = new(StringComparer.Ordinal);

    public ClientGenerator(ApiModel api, CSharpClientGeneratorSettings settings)
        : this(api, settings, CreateResolverWithExceptionSchema(settings.CSharpGeneratorSettings, api.Document))
    {
    }

    private ClientGenerator(ApiModel api, CSharpClientGeneratorSettings settings, CSharpTypeResolver resolver)
        : base(api.Document, settings, resolver)
    {
        _api = api;
        _resolver = resolver;
        _types = new CSharpTypes(api.Spec, api.Target, settings);
    }

    /// <summary>The files by name.</summary>
    public IEnumerable<(string Name, string Code)> GenerateFiles()
    {
        // Helpers that NSwag adds by itself. Core has its own; a DateFormatConverter here would hide Core's.
        var models = GenerateDtoTypes().Where(t => t.TypeName is not ("FileParameter" or "FileResponse" or "DateFormatConverter")).ToList();
        foreach (var space in models.GroupBy(t => _api.NamespaceOf(t.TypeName)))
        {
            var name = space.Key == _api.Target.Namespace ? "Models" : space.Key[(_api.Target.Namespace.Length + 1)..];
            yield return (name + ".g.cs", File(space.Select(t => t.Code), space.Key, hasModels: true));
            yield return (name + ".Json.g.cs", File(Templates.JsonParts(space.Key), space.Key, hasModels: true, isJson: true));
        }
        if (!_api.Spec.Operations().Any())
            yield break;
        foreach (var client in GenerateAllClientTypes())
            yield return ((client.Category == CodeArtifactCategory.Contract ? "I" : string.Empty) + Settings.ClassName + ".g.cs", File([client.Code], hasBodies: client.Category != CodeArtifactCategory.Contract));
        if (OptionsView.All(_api, _operations.Values.Select(o => o.Options).OfType<OptionsView>()).ToList() is { Count: > 0 } options)
            yield return ("Options.g.cs", File(options.Select(o => Templates.CreateTemplate("CSharp", "Options", o).Render())));
        if (!_api.Target.IsAlone)
        {
            yield return ("README.md", OperationsPage.Render(_api, _operations.Values));
            yield return ("Example.md", FirstCall.Render(_api, _operations.Values));
            yield break;
        }
        var alone = new AloneView(_api, _types);
        yield return (alone.Provider + "Options.g.cs", File([Templates.CreateTemplate("CSharp", "ClientOptions", alone).Render()]));
        yield return (alone.Provider + "Exception.g.cs", File([Templates.CreateTemplate("CSharp", "Exception", alone).Render()]));
        if (CredentialsView.Of(_api) is { } credentials)
            yield return (credentials.Name + ".g.cs", File([Templates.CreateTemplate("CSharp", "Credentials", credentials).Render()]));
    }

    /// <summary>The commands of a command line, from what <see cref="GenerateFiles"/> found.</summary>
    /// <param name="document">The document by itself.</param>
    public string GenerateCommands(string document) =>
        Layout.Tidy(Templates.CreateTemplate("CSharp", "Commands", new CommandsView(_api, document, _operations.Values)).Render());

    protected override CSharpOperationModel CreateOperationModel(OpenApiOperation operation, ClientGeneratorBaseSettings settings) =>
        _operations[operation.OperationId] = new OperationModel(operation, _api, (CSharpClientGeneratorSettings)settings, this, _resolver, _types);

    private TemplateFactory Templates => (TemplateFactory)Settings.CSharpGeneratorSettings.TemplateFactory;

    private string File(IEnumerable<string> types, string? space = null, bool hasModels = false, bool hasBodies = false, bool isJson = false)
    {
        var view = new FileView(space ?? _api.Target.Namespace, Doc.Escape(_api.Target.Origin), string.Join("\n\n", types.Select(t => t.Trim()).Where(t => t.Length > 0)), _api.Target.IsAlone, hasModels, hasModels || hasBodies, isJson);
        var code = Templates.CreateTemplate("CSharp", "File", view).Render();
        return isJson ? Layout.Dense(code) : Layout.Tidy(code);
    }
}

/// <summary>A file, as <c>File.liquid</c> sees it. The project of a package has the usings of those without methods.</summary>
internal sealed record FileView(string Namespace, string Origin, string Types, bool IsAlone, bool HasModels, bool HasBodies, bool IsJson);
