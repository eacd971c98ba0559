using NJsonSchema.CodeGeneration;
using NJsonSchema.CodeGeneration.CSharp.Models;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp.Models;

namespace Vonage.Generator.Emission;

/// <summary>Hands the templates our views instead of NSwag's models.</summary>
internal sealed class TemplateFactory(ApiModel api, CSharpClientGeneratorSettings settings)
    : NSwag.CodeGeneration.DefaultTemplateFactory(settings.CSharpGeneratorSettings, [typeof(CSharpClientGenerator).Assembly, typeof(ClassTemplateModel).Assembly]), ITemplateFactory
{
    ITemplate ITemplateFactory.CreateTemplate(string language, string template, object model) => model switch
    {
        ClassTemplateModel type when api.IsList(type.ClassName) => CreateTemplate(language, "List", new ListView(api, type.ClassName)),
        ClassTemplateModel type => CreateTemplate(language, template, new ClassView(api, type)),
        EnumTemplateModel words => CreateTemplate(language, template, new EnumView(api.Spec, words.Name)),
        CSharpClientTemplateModel client => CreateTemplate(language, template, new ClientView(api, client.Operations.Cast<OperationModel>())),
        _ => CreateTemplate(language, template, model),
    };
}
