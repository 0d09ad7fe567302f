using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>
/// Gives operations that answer with a value or with a stream two methods, which set the property of the body that chooses where there is one (<see cref="StreamSwitch"/>).
/// </summary>
internal sealed class StreamMapper(TypeMapper types)
{
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
        var choice = StreamSwitch.Of(tool, types.Schemas);
        var split = new List<MethodModel>();
        foreach (var method in methods)
        {
            var found = choice is null ? null : Find(method);
            split.Add(choice is { IsOnByDefault: true } && found is not null ? Switched(method, found with { Value = false }) : method);
            split.Add(Switched(method, found) with
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
        Doc = method.Doc with { Remarks = [.. method.Doc.Remarks, $"Sends \"{StreamSwitch.Name}\": {(body.Value ? "true" : "false")} in the body, whatever the body says."] },
    };

    private BodySwitch? Find(MethodModel method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.AsNonNullable() is GeneratedType type && Names(method, parameter) && Record(type)?.Properties.FirstOrDefault(item => item.WireName == StreamSwitch.Name) is { Constant: null } model)
            {
                return new BodySwitch(parameter.Name, parameter.IsOptional, model.Name, true);
            }
        }

        return null;
    }

    private RecordModel? Record(GeneratedType type) => types.Models.OfType<RecordModel>().FirstOrDefault(model => ReferenceEquals(model.Identity, type.Identity));

    private static bool Names(MethodModel method, ParameterModel parameter) => method.Sends.Any(send => send.Location == ParameterLocation.Body && send.ParameterName == parameter.Name);
}
