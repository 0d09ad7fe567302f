using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>
/// Gives operations that answer with a value or with a stream two methods. Documents say nothing of how to choose, but where the body has a boolean property
/// <c>stream</c> there is one meaning only, so that the methods set it.
/// </summary>
internal sealed class StreamMapper(TypeMapper types)
{
    private const string SwitchName = "stream";

    /// <summary>The methods of an operation.</summary>
    /// <param name="tool">The operation.</param>
    /// <param name="methods">Its methods for the value: one, and its overloads.</param>
    /// <param name="name">The names of the first.</param>
    /// <param name="names">The names of the class.</param>
    public IEnumerable<MethodModel> Split(Tool tool, IReadOnlyList<MethodModel> methods, MethodName name, MethodNames names)
    {
        if (tool.StreamContent is not { } content)
        {
            return methods;
        }

        var stream = names.StreamOf(tool, name);
        var type = content.Schema is null ? SimpleType.Element : types.Map(content.Schema, Place.OfWhole(stream.TypeStem, content.Kind == MediaKind.EventStream ? "Event" : "Item"));
        var split = new List<MethodModel>();
        foreach (var method in methods)
        {
            var found = Find(tool, method);
            var isDefault = found?.Property.Schema.Default?.Kind == JsonKind.True;
            split.Add(isDefault ? Switched(method, found!.Value.Switch with { Value = false }) : method);
            split.Add(Switched(method, found?.Switch) with
            {
                Name = stream.Method,
                OperationName = method.OperationName == name.Operation ? stream.Operation : names.TakeStream(tool, method.OperationName),
                Result = new ResultModel(ResultKind.Items, type),
                Operation = method.Operation with { Headers = RequestMedia.WithStreamAccept(method.Operation.Headers, tool) },
                ResultDoc = "",
                IsVariant = true,
            });
        }

        return split;
    }

    private static MethodModel Switched(MethodModel method, BodySwitch? body) => body is null ? method : method with
    {
        Switch = body,
        Doc = method.Doc with { Remarks = [.. method.Doc.Remarks, $"Sends \"{SwitchName}\": {(body.Value ? "true" : "false")} in the body, whatever the body says."] },
    };

    private (BodySwitch Switch, PropertySchema Property)? Find(Tool tool, MethodModel method)
    {
        if (tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body) is not { } input
            || types.Resolve(input.Schema) is not ObjectSchema schema
            || schema.Properties.FirstOrDefault(property => property.Name == SwitchName) is not { } property
            || types.Resolve(property.Schema) is not BooleanSchema)
        {
            return null;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.AsNonNullable() is GeneratedType type && Names(method, parameter) && Record(type)?.Properties.FirstOrDefault(item => item.WireName == SwitchName) is { Constant: null } model)
            {
                return (new BodySwitch(parameter.Name, parameter.IsOptional, model.Name, true), property);
            }
        }

        return null;
    }

    private RecordModel? Record(GeneratedType type) => types.Models.OfType<RecordModel>().FirstOrDefault(model => ReferenceEquals(model.Identity, type.Identity));

    private static bool Names(MethodModel method, ParameterModel parameter) => method.Sends.Any(send => send.Location == ParameterLocation.Body && send.ParameterName == parameter.Name);
}
