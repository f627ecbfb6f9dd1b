namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Finds objects nothing leads to, and ways round that never wait for the caller.</summary>
internal static class FlowCheck
{
    /// <summary>Reports the first object of each stretch that nothing leads to.</summary>
    public static void ReportUnreachable(BindingScope scope, ScriptGraph graph)
    {
        var reached = Reached(graph);
        for (var node = 0; node < graph.Objects.Count; node++)
        {
            var before = graph.Before(node);
            if (reached[node] || before < 0 || !reached[before])
            {
                continue;
            }

            var earlier = graph.Objects[before];
            var item = graph.Objects[node];
            var reason = item is LabelObject label
                ? new Said($"no goto leads to the label `{label.Name}`, and the object before it does not go on",
                    $"aucun saut ne mène à l'étiquette « {label.Name} », et l'objet qui précède ne va pas plus loin")
                : new Said($"nothing leads here: the object before it (line {scope.MarkOf(earlier.Path).Line}) does not go on to the next",
                    $"rien ne mène ici\u00a0: l'objet qui précède (ligne {scope.MarkOf(earlier.Path).Line}) ne passe pas au suivant");
            scope.Report(ProblemCode.UnreachableObject, item.Path, scope.MarkOf(item.Path), reason,
                new("an object after one that goes on, or a label that a goto names",
                    "un objet après un autre qui passe au suivant, ou une étiquette visée par un saut"));
        }
    }

    /// <summary>
    /// Reports gotos and loops that close a way round on which nothing takes time. A forward or a callback may come back at once, so
    /// it does not count. The interpreter has a cap besides, for what this cannot see.
    /// </summary>
    public static void ReportEndlessCycles(BindingScope scope, ScriptGraph graph)
    {
        var state = new Visit[graph.Objects.Count];
        var told = new HashSet<int>();
        for (var node = 0; node < graph.Objects.Count; node++)
        {
            Walk(scope, graph, node, state, told);
        }
    }

    private enum Visit
    {
        New,
        Open,
        Done,
    }

    private static void Walk(BindingScope scope, ScriptGraph graph, int node, Visit[] state, HashSet<int> told)
    {
        if (state[node] != Visit.New || Waits(graph.Objects[node]))
        {
            return;
        }

        state[node] = Visit.Open;
        foreach (var next in graph.SuccessorsOf(node))
        {
            if (state[next] == Visit.Open && told.Add(graph.Objects[node] is GotoObject ? node : next))
            {
                ReportCycle(scope, graph.Objects[node] is GotoObject jump ? jump : graph.Objects[next]);
            }

            Walk(scope, graph, next, state, told);
        }

        state[node] = Visit.Done;
    }

    private static void ReportCycle(BindingScope scope, ScriptObject item)
    {
        // An empty loop is reported as such.
        if (item is LoopObject { Body.Length: 0 })
        {
            return;
        }

        var message = item is GotoObject jump
            ? new Said($"going back to `{jump.Label}` closes a circle that never waits for the caller",
                $"revenir à « {jump.Label} » ferme un cercle qui n'attend jamais l'appelant")
            : new Said("the loop can go round without ever waiting for the caller", "la boucle peut tourner sans jamais attendre l'appelant");
        scope.Report(ProblemCode.EndlessCycle, item.Path, scope.MarkOf(item.Path), message,
            new("a say, play, getDigit, getValue or wait on every way round", "un say, play, getDigit, getValue ou wait sur chaque tour possible"));
    }

    private static bool Waits(ScriptObject item) => item is SayObject or GetDigitObject or GetValueObject or WaitObject;

    private static bool[] Reached(ScriptGraph graph)
    {
        var reached = new bool[graph.Objects.Count];
        var open = new Stack<int>();
        if (reached.Length > 0)
        {
            open.Push(0);
        }

        // A goto with a mistyped label may have meant any label that no other goto names: one mistake is told once.
        if (graph.Objects.OfType<GotoObject>().Any(g => !graph.HasLabel(g.Label)))
        {
            for (var node = 0; node < reached.Length; node++)
            {
                if (graph.Objects[node] is LabelObject)
                {
                    open.Push(node);
                }
            }
        }

        while (open.TryPop(out var node))
        {
            if (reached[node])
            {
                continue;
            }

            reached[node] = true;
            foreach (var next in graph.SuccessorsOf(node))
            {
                open.Push(next);
            }
        }

        return reached;
    }
}
