using NSwag.CodeGeneration.CSharp;
using NSwag.Commands;

namespace Vonage.Generator.Emission;

/// <summary>Reads <c>nswag.json</c>, in NSwag's own format, into the settings for one package.</summary>
internal sealed class SettingsFile(string path)
{
    public async Task<CSharpClientGeneratorSettings> ForAsync(ApiModel api)
    {
        var document = await NSwagDocument.LoadAsync(path);
        var settings = document.CodeGenerators.OpenApiToCSharpClientCommand?.Settings
            ?? throw new Specs.SpecException($"{path} has no codeGenerators.openApiToCSharpClient.");
        var names = new Names();
        settings.ClassName = api.Target.Api + "Client";
        settings.OperationNameGenerator = names;
        settings.ParameterNameGenerator = names;
        var types = settings.CSharpGeneratorSettings;
        types.Namespace = api.Target.Package;
        types.PropertyNameGenerator = names;
        types.EnumNameGenerator = names;
        types.TypeNameGenerator = names;
        types.ExcludedTypeNames = [.. types.ExcludedTypeNames ?? [], .. api.Spec.SharedSchemas];
        types.TemplateDirectory = Path.Combine(Path.GetDirectoryName(path)!, "build", "templates");
        types.TemplateFactory = new TemplateFactory(api, settings);
        return settings;
    }
}
