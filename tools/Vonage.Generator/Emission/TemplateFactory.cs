using NJsonSchema.CodeGeneration;
using NJsonSchema.CodeGeneration.CSharp.Models;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp.Models;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>Hands the templates our views instead of NSwag's models.</summary>
internal sealed class TemplateFactory(ApiModel api, CSharpClientGeneratorSettings settings, TemplateFolders templates)
    : NSwag.CodeGeneration.DefaultTemplateFactory(settings.CSharpGeneratorSettings, [typeof(CSharpClientGenerator).Assembly, typeof(ClassTemplateModel).Assembly]), ITemplateFactory
{
    private const string Language = "CSharp";

    private readonly CSharpTypes _types = new(api.Spec, api.Target, settings);
    private readonly List<(string Schema, string Code)> _jsonParts = [];
    private readonly List<(string Schema, string Name)> _classes = [];
    private readonly List<(string Schema, EnumView View)> _enums = [];

    /// <summary>The JSON parts of those models in a namespace for which a template was asked so far.</summary>
    public IEnumerable<string> JsonParts(string space)
    {
        var textJson = new TextJsonView([.. _classes.Where(c => IsIn(c.Schema)).Select(c => c.Name)], [.. _enums.Where(e => IsIn(e.Schema)).Select(e => e.View)]);
        return [.. _jsonParts.Where(p => IsIn(p.Schema)).Select(p => p.Code), CreateTemplate(Language, "TextJson", textJson).Render()];

        bool IsIn(string schema) => api.NamespaceOf(schema) == space;
    }

    ITemplate ITemplateFactory.CreateTemplate(string language, string template, object model)
    {
        switch (model)
        {
            case ClassTemplateModel type when api.IsList(type.ClassName):
                return CreateTemplate(language, "List", new ListView(api, _types, type.ClassName));
            case ClassTemplateModel type when api.Spec.Schema(type.ClassName)[Choices.Mark] is not null:
                return CreateTemplate(language, "Choice", new ChoiceView(api, _types, type.ClassName));
            case ClassTemplateModel type:
                var view = new ClassView(api, _types, type.ClassName);
                if (view.UnknownChild is { } unknown)
                    _classes.Add((type.ClassName, unknown));
                return WithJson(type.ClassName, _classes, type.ClassName, template, "ClassJson", view);
            case EnumTemplateModel values:
                var words = new EnumView(api, values.Name);
                return WithJson(values.Name, _enums, words, template, "EnumJson", words);
            case CSharpClientTemplateModel client:
                return CreateTemplate(language, template, new ClientView(api, client.Operations.Cast<OperationModel>()));
            default:
                return CreateTemplate(language, template, model);
        }
    }

    // What the first folder does not have.
    protected override string GetEmbeddedLiquidTemplate(string language, string template) => templates.Own(template) ?? base.GetEmbeddedLiquidTemplate(language, template);

    // NSwag asks for the types that Core has, too, and drops them.
    private ITemplate WithJson<T>(string name, List<(string Schema, T Entry)> known, T entry, string template, string jsonTemplate, object view)
    {
        if (!api.Spec.SharedSchemas.Contains(name))
        {
            known.Add((name, entry));
            _jsonParts.Add((name, CreateTemplate(Language, jsonTemplate, view).Render()));
        }

        return CreateTemplate(Language, template, view);
    }
}

/// <summary>What gets a converter for System.Text.Json, as <c>TextJson.liquid</c> sees it.</summary>
internal sealed record TextJsonView(IReadOnlyList<string> Classes, IReadOnlyList<EnumView> Enums);
