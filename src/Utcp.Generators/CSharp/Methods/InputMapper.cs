using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps the inputs of a tool to parameters of its method.</summary>
internal sealed class InputMapper(TypeMapper types)
{
    /// <summary>The inputs, in document order.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="body">How the body is given.</param>
    /// <param name="operation">What types that belong to the tool alone are named after.</param>
    public List<Input> Inputs(Tool tool, BodyChoice body, string operation)
    {
        // The last two parameters of every method keep their names, so that named arguments read the same everywhere.
        var scope = new NameScope("options", "cancellationToken");
        var inputs = new List<Input>();
        foreach (var group in tool.Parameters.GroupBy(parameter => parameter.Name))
        {
            var first = group.First();
            var schema = types.Resolve(first.Schema);
            var name = Identifier.Camel(group.Key);
            name = scope.Take(group.Key, name, Identifier.Cut(name + "Argument"));
            var isBody = group.Any(parameter => parameter.Location == ParameterLocation.Body);

            var isRequired = group.Any(parameter => parameter.Required);
            var place = Place.OfPart(operation, Identifier.Pascal(group.Key));
            var type = isBody ? body.Type! : first.Location == ParameterLocation.Part ? types.MapPart(first.Schema, place) : types.Map(first.Schema, place);
            inputs.Add(new Input
            {
                Identifier = name,
                Parameters = [.. group],
                Type = isRequired ? type : type.AsNullable(),
                IsRequired = isRequired,
                Constant = isRequired && !type.IsNullable && schema is ConstSchema { Value.Kind: JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False } constant
                    ? new ConstantValue(constant.Value.Kind, constant.Value.Text) : null,
                Doc = DocText.Of(first.Description.Length > 0 ? first.Description : schema.Description, InputText.Of(first)).With(ConstraintText.Of(schema, !isRequired)),
                Constraints = isBody && body.Form != BodyForm.Value ? [] : ConstraintList.Of(schema, type),
                BodyForm = isBody ? body.Form : BodyForm.Value,
            });
        }

        return inputs;
    }

    /// <summary>The same inputs with another body. It is required, as a call without it would mean the first method.</summary>
    public static List<Input> WithBody(List<Input> inputs, BodyChoice body) =>
        [.. inputs.Select(input => input.IsBody ? input with { Type = body.Type!, BodyForm = body.Form, IsRequired = true, Constant = null, Constraints = [] } : input)];

    /// <summary>The parameters, required ones first.</summary>
    public static IEnumerable<ParameterModel> Parameters(List<Input> inputs) => inputs
        .Where(input => input.Constant is null)
        .OrderBy(input => input.IsRequired ? 0 : 1)
        .Select(input => new ParameterModel(Identifier.Escape(input.Identifier), input.Type, !input.IsRequired, input.Doc, input.Constraints));
}
