using NSwag.CodeGeneration.CSharp;
using NSwag.Commands;

namespace Vonage.Generator.Emission;

/// <summary>The settings in <c>nswag.json</c>, which is in NSwag's own format and read once.</summary>
internal sealed class SettingsFile
{
    private readonly CSharpClientGeneratorSettings _settings;
    private readonly string[] _excluded;
    private readonly TemplateFolders _templates;

    private SettingsFile(CSharpClientGeneratorSettings settings, TemplateFolders templates)
    {
        _settings = settings;
        _excluded = settings.CSharpGeneratorSettings.ExcludedTypeNames ?? [];
        _templates = templates;
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findTemplates">Finds the templates, given the folder that the settings name.</param>
    public static async Task<SettingsFile> LoadAsync(string path, Func<string?, TemplateFolders> findTemplates)
    {
        var settings = await ReadAsync(path) ?? throw new Specs.SpecException($"{path} has no codeGenerators.openApiToCSharpClient.");
        return new SettingsFile(settings, findTemplates(settings.CSharpGeneratorSettings.TemplateDirectory));
    }

    private static async Task<CSharpClientGeneratorSettings?> ReadAsync(string path)
    {
        try
        {
            return (await NSwagDocument.LoadAsync(path)).CodeGenerators.OpenApiToCSharpClientCommand?.Settings;
        }
        catch (InvalidOperationException error)
        {
            throw new Specs.SpecException($"{path} cannot be used: {error.Message}");
        }
    }

    /// <summary>The settings with what differs for one package. They serve one package at a time.</summary>
    public CSharpClientGeneratorSettings For(ApiModel api)
    {
        var names = new Names();
        _settings.ClassName = api.ClientName;
        _settings.OperationNameGenerator = names;
        _settings.ParameterNameGenerator = names;
        var types = _settings.CSharpGeneratorSettings;
        types.Namespace = api.Target.Namespace;
        types.PropertyNameGenerator = names;
        types.EnumNameGenerator = names;
        types.TypeNameGenerator = names;
        types.ExcludedTypeNames = [.. _excluded, .. api.Spec.SharedSchemas];
        types.TemplateDirectory = _templates.First;
        types.TemplateFactory = new TemplateFactory(api, _settings, _templates);
        return _settings;
    }
}
