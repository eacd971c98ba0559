using NJsonSchema.CodeGeneration;
using NJsonSchema.CodeGeneration.CSharp.Models;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp.Models;

namespace Vonage.Generator.Emission;

/// <summary>Hands the templates our views instead of NSwag's models.</summary>
internal sealed class TemplateFactory(ApiModel api, CSharpClientGeneratorSettings settings)
    : NSwag.CodeGeneration.DefaultTemplateFactory(settings.CSharpGeneratorSettings, [typeof(CSharpClientGenerator).Assembly, typeof(ClassTemplateModel).Assembly]), ITemplateFactory
{
    private const string Language = "CSharp";

    private readonly CSharpTypes _types = new(api.Spec, settings);
    private readonly List<string> _jsonParts = [];
    private readonly List<string> _classes = [];
    private readonly List<EnumView> _enums = [];

    /// <summary>The JSON parts of the models for which a template was asked so far.</summary>
    public IEnumerable<string> JsonParts() => [.. _jsonParts, CreateTemplate(Language, "TextJson", new TextJsonView(_classes, _enums)).Render()];

    ITemplate ITemplateFactory.CreateTemplate(string language, string template, object model)
    {
        switch (model)
        {
            case ClassTemplateModel type when api.IsList(type.ClassName):
                return CreateTemplate(language, "List", new ListView(api, type.ClassName));
            case ClassTemplateModel type:
                var view = new ClassView(api, _types, type.ClassName);
                if (view.UnknownChild is { } unknown)
                    _classes.Add(unknown);
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

    // NSwag asks for the types that Core has, too, and drops them.
    private ITemplate WithJson<T>(string name, List<T> known, T entry, string template, string jsonTemplate, object view)
    {
        if (!api.Spec.SharedSchemas.Contains(name))
        {
            known.Add(entry);
            _jsonParts.Add(CreateTemplate(Language, jsonTemplate, view).Render());
        }

        return CreateTemplate(Language, template, view);
    }
}

/// <summary>What gets a converter for System.Text.Json, as <c>TextJson.liquid</c> sees it.</summary>
internal sealed record TextJsonView(IReadOnlyList<string> Classes, IReadOnlyList<EnumView> Enums);
